import type { ReactNode } from 'react'
import { type DataSet, dataSet } from '../../domain/data/registry.ts'
import type { DataSetKey, DataSettings } from '../../domain/experiment/experiment.ts'
import { defaultExperiment } from '../../domain/parsing/parse.ts'
import { whole } from '../../text/format.ts'
import type { AllMessages } from '../../text/messages.ts'
import { useAllText, useAppState } from '../shared/app-context.tsx'
import css from './about-data.module.css'
import { type Provenance, provenanceOf } from './provenance.ts'
import { SetPicture } from './set-picture.tsx'

/** The draft's settings for its own set, and the defaults for every other. */
function useSettings(set: DataSetKey): DataSettings {
  const data = useAppState(({ draft }) => draft.experiment.data)
  return data.set === set ? data : { ...defaultExperiment().data, set }
}

export function SetEntry({ set }: { set: DataSetKey }) {
  const t = useAllText()
  const data = useSettings(set)
  const provenance = provenanceOf(set)
  const registered = dataSet(data)
  return (
    <article className={css.set} aria-labelledby={`about-${set}`}>
      <div className={css.picture}>
        <SetPicture {...{ set, data, registered }} />
      </div>
      <div className={css.text}>
        <h4 id={`about-${set}`}>{t.sets[set]}</h4>
        <p>{t.setDescriptions[set]}</p>
        <dl className={css.facts}>
          {(provenance.kind !== 'own' || (registered.available ?? 0) > 0) && (
            <Shape {...{ registered, provenance }} />
          )}
          <Origin {...{ set, provenance }} />
        </dl>
      </div>
    </article>
  )
}

function Fact({ name, children }: { name: keyof AllMessages['aboutData']['facts']; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{useAllText().aboutData.facts[name]}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Shape({ registered, provenance }: { registered: DataSet; provenance: Provenance }) {
  const { aboutData: t } = useAllText()
  const { shape, columns, classes } = registered
  const inputs = () => {
    if (shape.kind === 'image') return t.pixels(shape.height, shape.width)
    if (shape.kind === 'sequence') return t.steps(shape.steps, shape.features)
    return columns === null ? whole(shape.size) : `${whole(shape.size)}: ${columns.join(', ')}`
  }
  const samples = () => {
    if (provenance.kind === 'generated') return t.anyNumber
    if (provenance.kind === 'own') return whole(registered.available ?? 0)
    return shape.kind === 'sequence' ? t.series(provenance.count) : whole(provenance.count)
  }
  return (
    <>
      <Fact name="samples">{samples()}</Fact>
      <Fact name="inputs">{inputs()}</Fact>
      <Fact name="predicts">{classes.length > 0 ? classes.join(', ') : t.number}</Fact>
    </>
  )
}

/** The licence of the code that generates samples. */
const MIT_URL = 'https://opensource.org/license/mit'

function Origin({ set, provenance }: { set: DataSetKey; provenance: Provenance }) {
  const { aboutData: t } = useAllText()
  switch (provenance.kind) {
    case 'own':
      return <Fact name="licence">{t.yours}</Fact>
    case 'generated':
      return (
        <>
          <Fact name="source">
            <Away href={provenance.url}>{provenance.name}</Away>
          </Fact>
          <Fact name="licence">
            <Away href={MIT_URL}>{t.code}</Away>
          </Fact>
          <Fact name="cite">
            <span lang="en">{provenance.citation}</span>
          </Fact>
        </>
      )
    case 'real': {
      const { missing, licence, licenceUrl, source, sourceUrl, citation } = provenance
      return (
        <>
          <Fact name="done">
            {t.done[set]} {missing ? t.missing(missing.dropped, missing.of) : t.complete}
          </Fact>
          <Fact name="source">
            <Away href={sourceUrl}>
              <span lang="en">{source}</span>
            </Away>
          </Fact>
          <Fact name="licence">
            <Away href={licenceUrl}>{licence === 'Public domain' ? t.publicDomain : licence}</Away>
          </Fact>
          <Fact name="cite">
            <span lang="en">{citation}</span>
          </Fact>
        </>
      )
    }
    default:
      return provenance satisfies never
  }
}

function Away({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
