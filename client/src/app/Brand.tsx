/** Meridian's mark and the company's name. */
export const Brand = ({ company }: { company?: string | undefined }) => (
  <span className="flex items-center gap-2.5">
    <img src="/icon.svg" alt="" width={30} height={30} />
    <span className="min-w-0 leading-tight">
      <span className="block text-base font-bold tracking-tight">Meridian</span>
      {company && <span className="block truncate text-xs text-soft">{company}</span>}
    </span>
  </span>
);
