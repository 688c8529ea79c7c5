/** What differs between two states of a record, as the log keeps it: only these fields, as they were and as they are. */
export function changesBetween(
  was: Record<string, unknown>,
  is: Record<string, unknown>,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const changed = Object.keys(is).filter(
    (field) => field !== "rev" && JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  );
  const pick = (record: Record<string, unknown>) =>
    Object.fromEntries(changed.map((field) => [field, record[field]]));
  return { before: pick(was), after: pick(is) };
}
