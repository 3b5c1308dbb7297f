// The chosen theme has to be there before the first paint, or the page flashes in the other one. So this is no module,
// and no part of the page's markup, where the content security policy allows no script.
try {
  const theme = localStorage.getItem('fitting-room/theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {}
