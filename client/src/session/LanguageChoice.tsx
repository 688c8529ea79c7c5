import { currentLanguage, type Language, languages, setLanguage } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";

/** The languages by their own names, for pages that nobody has signed in to yet. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const current = currentLanguage();
  const choose = (language: Language) =>
    setLanguage(language).catch(() => toast({ title: t("toast.languageFailed"), kind: "error" }));
  return (
    <div role="group" aria-label={t("settings.language")} className="-mx-2 flex flex-wrap gap-1">
      {(Object.entries(languages) as [Language, string][]).map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => void choose(language)}
          className="min-h-8 rounded-md px-2 text-sm text-soft hover:bg-sunken hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-brass aria-pressed:decoration-2 aria-pressed:underline-offset-4 pointer-coarse:min-h-11"
        >
          {name}
        </button>
      ))}
    </div>
  );
}
