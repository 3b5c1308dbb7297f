import { LONGEST_LINK } from '../../files/runs-link.ts'
import { whole } from '../../text/format.ts'
import { useText } from './app-context.tsx'
import { CopyButton } from './copy-button.tsx'
import css from './copy-link.module.css'

/** Mail and chat programs are known to cut links longer than this many characters. */
const SAFE = 2000

interface Props {
  readonly primary?: boolean
  /** The link; null while it is being written. */
  readonly url: string | null
}

/** Copies a link, and says how long it is. */
export function CopyLink({ primary = false, url }: Props) {
  const t = useText()
  const tooLong = url !== null && url.length > LONGEST_LINK
  return (
    <>
      {url !== null && (
        <p className={css.length}>
          {t.share.length(whole(url.length))}
          {url.length > SAFE && `${t.gap}${tooLong ? t.share.tooLong : t.share.long}`}
        </p>
      )}
      <CopyButton
        primary={primary}
        text={url}
        disabled={tooLong}
        label={t.share.copy}
        copiedLabel={t.share.copied}
      />
    </>
  )
}
