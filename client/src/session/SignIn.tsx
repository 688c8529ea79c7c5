import { useQuery } from "@tanstack/react-query";
import { companyQuery } from "../company/queries.ts";
import { LinkNeeded } from "../company/LinkNeeded.tsx";
import type { CallError } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Entrance } from "./Entrance.tsx";
import { SignInForm } from "./SignInForm.tsx";

/** The door. `why` is what put somebody out: a suspension. */
export function SignIn({ why }: { why?: CallError | undefined }) {
  const { t } = useTranslation();
  const company = useQuery(companyQuery).data;
  if (company?.ready === false) return <LinkNeeded />;
  return (
    <Entrance title={company?.name ?? t("app.name")} text={t("signIn.welcome")}>
      <SignInForm why={why} />
    </Entrance>
  );
}
