/** Puts the cursor into the page's composer; false when the page has none. */
export function focusComposer(): boolean {
  const composer = document.querySelector<HTMLTextAreaElement>("textarea[data-composer]");
  composer?.focus();
  composer?.scrollIntoView({ block: "nearest" });
  return composer !== null;
}
