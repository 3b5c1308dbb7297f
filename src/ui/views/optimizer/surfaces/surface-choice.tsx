import { SURFACES, type SurfaceKey } from '../../../../domain/optimizer-paths/surfaces.ts'
import { ChipSelect } from '../../../kit/chip-select.tsx'
import { useAllText } from '../../../shared/app-context.tsx'

interface Props {
  readonly surface: SurfaceKey
  onSurface(surface: SurfaceKey): void
}

export function SurfaceChoice({ surface, onSurface }: Props) {
  const { paths: text } = useAllText()
  return (
    <ChipSelect
      label={text.surface}
      shown={text.surfaces[surface]}
      title={text.formulas[surface]}
      value={surface}
      onChange={(value) => {
        const chosen = SURFACES.find((key) => key === value)
        if (chosen) onSurface(chosen)
      }}
    >
      {SURFACES.map((key) => (
        <option key={key} value={key}>
          {text.surfaces[key]}
        </option>
      ))}
    </ChipSelect>
  )
}
