/** Gives a picture to the browser as a file to keep. */
export function savePicture(name: string, picture: Blob): void {
  const url = URL.createObjectURL(picture)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
