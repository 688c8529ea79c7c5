import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { TextField } from "../ui/TextField.tsx";

/** A password that can be looked at while it is typed. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, "type" | "className">) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative [&_input]:pr-11">
      <TextField {...props} type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="none" />
      <IconButton
        label={t(shown ? "signIn.hidePassword" : "signIn.showPassword")}
        icon={<Icon size={18} aria-hidden />}
        onClick={() => setShown(!shown)}
        // as far down as the label is high
        className="absolute top-[calc(1.25rem+0.375rem+0.125rem)] right-0.5 pointer-coarse:top-[calc(1.25rem+0.375rem-0.125rem)]"
      />
    </div>
  );
}
