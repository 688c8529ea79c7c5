/** How every list that opens over the page looks, a row of it, and what lies behind a dialog. */
export const popupClasses =
  "max-h-(--available-height) overflow-y-auto rounded-lg bg-raised p-1 shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
export const rowClasses =
  "flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1 text-sm outline-none data-highlighted:bg-accent-wash data-disabled:text-soft pointer-coarse:min-h-11";
export const backdropClasses =
  "fixed inset-0 z-40 bg-[oklch(0.2_0.03_240/0.5)] transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";
