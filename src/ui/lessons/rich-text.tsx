/** A text in which `**` surrounds what is printed bold. */
export function RichText({ children }: { readonly children: string }) {
  return children.split('**').map((part, i) => (i % 2 === 1 ? <strong key={i}>{part}</strong> : part))
}
