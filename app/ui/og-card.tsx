import type { ReactNode } from 'react'
import { mark } from '@/app/ui/logo'

type OgCardProps = { name: string; picture: ReactNode; children: ReactNode }

/** The frame of every preview picture, 1200 × 630: words on the left, a doorway on the right. */
export function OgCard({ name, picture, children }: OgCardProps) {
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        justifyContent: 'space-between',
        paddingLeft: 72,
        paddingRight: 72,
        background: '#f5f7f4',
        color: '#14201b',
        letterSpacing: '-0.02em',
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, paddingRight: 48 }}>
        <div style={{ display: 'flex', alignItems: 'center', marginTop: 60, fontSize: 36 }}>
          <Mark />
          <div style={{ marginLeft: 16 }}>{name}</div>
        </div>
        <div
          style={{ display: 'flex', flexDirection: 'column', marginTop: 'auto', marginBottom: 64 }}
        >
          {children}
        </div>
      </div>
      <div
        style={{
          display: 'flex',
          justifyContent: 'center',
          marginTop: 64,
          width: 480,
          overflow: 'hidden',
          borderTopLeftRadius: 240,
          borderTopRightRadius: 240,
        }}
      >
        {picture}
      </div>
    </div>
  )
}

function Mark() {
  return (
    <svg width="60" height="60" viewBox="0 0 512 512" aria-hidden="true">
      <path fill="#0f5a46" d={mark.bubble} />
      <path fill="#f3d9a0" d={mark.keyhole} />
    </svg>
  )
}
