/** Gives the reader a file to keep. The mark at its start tells a spreadsheet that it is UTF-8. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser takes the file on the next turn
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
