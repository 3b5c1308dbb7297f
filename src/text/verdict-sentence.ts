/** What the sentence of a verdict is made of, in every language. */
import type { Stretch } from '../domain/diagnosis/verdict.ts'

/** A number that is looked up on the curves where a stretch is given. */
export interface SentenceNumber {
  readonly text: string
  readonly epochs: Stretch | null
}
export type SentencePart = string | SentenceNumber

export interface VerdictNumbers {
  readonly epochs: string
  readonly trainCount: string
  readonly validationCount: string
  /** From and to, where a schedule has changed it. */
  readonly rate: string
  /** The limit of the gradient's norm, where that is what keeps the steps small. */
  readonly clip: string | null
  readonly train: SentenceNumber
  readonly validation: SentenceNumber
  readonly lowest: SentenceNumber
  readonly lowestAt: SentenceNumber
  readonly gap: SentenceNumber
  /** Shares of what can be learned. */
  readonly left: SentenceNumber
  readonly progress: SentenceNumber
  /** The epoch that progress is counted from. */
  readonly since: SentenceNumber
  readonly uncertainty: SentenceNumber
  readonly rising: SentenceNumber
  readonly dead: SentenceNumber
  readonly vanishing: SentenceNumber
  /** Whether there is nothing to judge by, however long the run. */
  readonly hasNothingToLearn: boolean
  /** Whether what is left is so little that it may be noise, of data of which nobody knows how much they have. */
  readonly mayBeNoise: boolean
  /** Whether training would have fallen further, had the run not gone back to its best weights. */
  readonly isStopped: boolean
  /** Whether validation has risen from its minimum, where it did. */
  readonly rises: boolean
  /** Whether the run went back because what training learned later was of no use on validation, where it did. */
  readonly wentBack: boolean
}
