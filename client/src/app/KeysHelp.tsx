import { setKeysOn, useKeysOn } from "../lib/keys.ts";
import { useTranslation } from "../lib/texts.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import { Switch } from "../ui/Switch.tsx";

interface KeysHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const control = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";

const groups = [
  {
    title: "moving",
    keys: [
      ["j", "nextPost"],
      ["k", "previousPost"],
      [".", "newPosts"],
      ["n", "compose"],
      ["/", "search"],
    ],
  },
  {
    title: "posts",
    keys: [
      ["Enter", "openThread"],
      ["r", "reply"],
      ["+", "react"],
      ["e", "edit"],
      ["s", "save"],
      ["!", "report"],
    ],
  },
  {
    title: "pages",
    keys: [
      ["g h", "home"],
      ["g m", "mentions"],
      ["g t", "threads"],
      ["g s", "saved"],
      ["g p", "people"],
      ["g c", "channels"],
      ["g n", "notices"],
      ["g ,", "settings"],
    ],
  },
  {
    title: "writing",
    keys: [
      [`${control} Enter`, "send"],
      ["Tab", "complete"],
      ["Esc", "close"],
      ["?", "help"],
    ],
  },
] as const;

/** Every key there is, and the switch for those who press them by accident. */
export function KeysHelp({ open, onOpenChange }: KeysHelpProps) {
  const { t } = useTranslation();
  const on = useKeysOn();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("app.keys")}
      text={on ? t("keys.text") : t("keys.off")}
      size="large"
      kept
    >
      <div className="mb-4 border-y border-line py-2">
        <Switch label={t("settings.keys")} text={t("settings.keysText")} checked={on} onChange={setKeysOn} />
      </div>
      <div className="grid gap-x-10 gap-y-5 pb-2 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title} aria-label={t(`keys.${group.title}`)}>
            <h3 className="mb-1 text-xs font-semibold text-soft">{t(`keys.${group.title}`)}</h3>
            <dl>
              {group.keys.map(([keys, text]) => (
                <div
                  key={keys}
                  className="flex min-h-9 items-center justify-between gap-4 border-b border-line last:border-0"
                >
                  <dt className="text-sm">{t(`keys.${text}`)}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
