import { Badge, type Tone } from '@/app/admin/ui/badge'
import type { Stage } from '@/lib/release/stage'

/** What a stage means, in a sentence. */
export const meanings: Record<Stage, string> = {
  private: 'Only operators can connect an assistant. Nobody else sees what it can do.',
  testing: 'Operators and the testers below can connect an assistant. Everybody else may ask.',
  public: 'Everybody with an account can connect an assistant.',
}

export const stageNames: Record<Stage, string> = {
  private: 'Private',
  testing: 'Testing',
  public: 'Public',
}

const tones: Record<Stage, Tone> = { private: 'plain', testing: 'warn', public: 'good' }

export const StageBadge = ({ stage }: { stage: Stage }) => (
  <Badge tone={tones[stage]}>{stageNames[stage]}</Badge>
)
