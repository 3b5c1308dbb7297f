/** What a page and the worker of a peer tell each other. */
import type { Losses, Work } from './contestant.ts'
import type { PeerName } from './peers.ts'

export type Request =
  | { readonly type: 'prepare'; readonly peer: PeerName; readonly work: Work }
  | { readonly type: 'epochs'; readonly k: number }
  | { readonly type: 'peak' }

export type Reply =
  | { readonly type: 'ready' }
  | { readonly type: 'trained'; readonly losses: Losses }
  | { readonly type: 'peaked'; readonly gflops: number }
  | { readonly type: 'failed'; readonly message: string }
