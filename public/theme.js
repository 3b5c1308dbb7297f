// The theme has to be there before the first paint, or the page flashes in the other one. So this is no module, and no
// part of the page's markup, where the content security policy allows no script. A link's theme goes before the one that
// was chosen here, which an embedded page leaves alone.
try {
  const linked = /[#&]theme=(light|dark)(?=&|$)/.exec(location.hash)?.[1]
  const embedded = /[#&]embed=1(?=&|$)/.test(location.hash)
  const theme = linked ?? (embedded ? null : localStorage.getItem('fitting-room/theme'))
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {}
