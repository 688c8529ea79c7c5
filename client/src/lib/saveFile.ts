/** Gives the reader a file to keep. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser takes the file on the next turn
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
