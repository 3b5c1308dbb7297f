/**
 * The charts of the page. They are the largest part of it and in the first view: they are fetched beside the words, so that
 * settings and controls are drawn without waiting for them.
 */
import css from './curves.module.css'
import { lazyPart } from './lazy.tsx'

export const loadCurves = () => import('./curves.tsx').then(({ Curves }) => ({ default: Curves }))

export const Curves = lazyPart(loadCurves, { placeholder: <div className={css.charts} /> })
