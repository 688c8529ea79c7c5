import { useTranslation } from "../lib/texts.ts";
import { Link } from "../ui/Link.tsx";

/** What somebody is good at; each leads to the others who are. */
export function Skills({ skills }: { skills: string[] }) {
  const { t } = useTranslation();
  if (skills.length === 0) return null;
  return (
    <ul aria-label={t("people.skills")} className="flex flex-wrap gap-1">
      {skills.map((skill) => (
        <li key={skill}>
          <Link
            to={`/people?${new URLSearchParams({ skill }).toString()}`}
            className="inline-flex min-h-6 items-center rounded-sm bg-sunken px-1.5 text-xs font-medium text-soft hover:bg-accent-wash hover:text-accent-deep pointer-coarse:min-h-8"
          >
            {skill}
          </Link>
        </li>
      ))}
    </ul>
  );
}
