export { InEnglish as default } from '@/app/ui/in-english'
