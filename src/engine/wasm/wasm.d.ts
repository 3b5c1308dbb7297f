/** A file's bytes as a data URL. */
declare module '*?url&inline' {
  const url: string
  export default url
}
