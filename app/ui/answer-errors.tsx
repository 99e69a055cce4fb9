'use client'

import { useAnswer } from '@/app/ui/action-form'
import { ErrorSummary } from '@/app/ui/error-summary'

export const AnswerErrors = ({ title }: { title: string }) => (
  <ErrorSummary title={title} errors={useAnswer().answer.errors} />
)
