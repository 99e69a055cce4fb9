/** Whose review a listing goes through; the order of every list of them. */
export const reviewHosts = {
  chatgpt: 'ChatGPT plugin',
  'gpt-action': 'GPT Action',
  claude: 'Claude directory',
  m365: 'Microsoft 365 Copilot',
  'plugin-2023': 'Plugin protocol of 2023',
} as const

export type ReviewHost = keyof typeof reviewHosts

export const reviewHostIds = Object.keys(reviewHosts) as ReviewHost[]

export const isReviewHost = (id: string): id is ReviewHost => Object.hasOwn(reviewHosts, id)
