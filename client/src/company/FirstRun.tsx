import { companyApi } from "@meridian/shared/company";
import type { SignedIn } from "@meridian/shared/sessions";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Brand } from "../app/Brand.tsx";
import { signedIn } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { go } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { LanguageChoice } from "../session/LanguageChoice.tsx";
import { useHashToken } from "../session/useHashToken.ts";
import { Button, buttonClasses } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { Link, Navigate } from "../ui/Link.tsx";
import { AdminFields } from "./AdminFields.tsx";
import { checkFirstRun, firstDraft, firstRunOf, withoutPassword } from "./firstDraft.ts";
import { FirstOffices } from "./FirstOffices.tsx";
import { LinkNeeded } from "./LinkNeeded.tsx";
import { LookAround } from "./LookAround.tsx";
import { companyQuery } from "./queries.ts";
import { CompanyName, Step } from "./Step.tsx";
import { forgetDrafts, useKeptDraft } from "./useKeptDraft.ts";

/** The first page of an empty Meridian, opened by the link that the server's terminal shows. */
export function FirstRun() {
  const { t } = useTranslation();
  const token = useHashToken("meridian-first-run");
  const company = useQuery(companyQuery).data;
  useEffect(() => {
    document.title = `${t("firstRun.title")} · Meridian`;
    return () => {
      document.title = "Meridian";
    };
  }, [t]);
  if (company?.ready) return <Navigate to="/" />;
  if (!/^[\w-]{43}$/.test(token)) return <LinkNeeded />;
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 sm:px-6 desk:py-12">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <Brand />
        <LanguageChoice />
      </header>
      <main>
        <h1 className="mt-10 text-3xl font-bold tracking-tight desk:text-4xl">{t("firstRun.title")}</h1>
        <p className="mt-2 max-w-[60ch] text-soft">{t("firstRun.text")}</p>
        <Found token={token} />
      </main>
    </div>
  );
}

function Found({ token }: { token: string }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useKeptDraft("meridian-first-company", firstDraft, withoutPassword);
  const enter = async (answer: SignedIn) => {
    forgetDrafts("meridian-first-run", "meridian-first-company");
    signedIn(answer);
    await go("/");
    void queryClient.invalidateQueries(companyQuery);
  };
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => enter(await call(companyApi.setUp, firstRunOf(token, draft))),
    () => checkFirstRun(draft),
  );
  const used = refused && ["forbidden", "conflict"].includes(refused.code);
  return (
    <>
      <LookAround token={token} onDone={enter} />
      <form ref={form} onSubmit={onSubmit} noValidate className="space-y-10">
        <Step number={1} title={t("firstRun.company")}>
          <CompanyName
            value={draft.companyName}
            onChange={(companyName) => setDraft({ ...draft, companyName })}
            error={errors["companyName"]}
          />
        </Step>
        <Step number={2} title={t("firstRun.offices")} text={t("firstRun.officesText")}>
          <FirstOffices
            offices={draft.offices}
            onChange={(offices) => setDraft({ ...draft, offices })}
            errors={errors}
          />
        </Step>
        <Step number={3} title={t("firstRun.admin")} text={t("firstRun.adminText")}>
          <AdminFields
            admin={draft.admin}
            onChange={(admin) => setDraft({ ...draft, admin })}
            cities={draft.offices.map((office) => office.city.trim()).filter(Boolean)}
            errors={errors}
          />
        </Step>
        <div className="space-y-4 border-t border-line pt-6">
          {refused && <ErrorNote message={used ? t("firstRun.linkUsed") : t(`errors.${refused.code}`)} />}
          {Object.keys(errors).length > 0 && (
            <p role="alert" className="text-sm font-medium text-danger">
              {t("errors.look", { count: Object.keys(errors).length })}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" busy={busy}>
              {t("firstRun.submit")}
            </Button>
            {used && (
              <Link to="/" className={buttonClasses()}>
                {t("signIn.title")}
              </Link>
            )}
          </div>
        </div>
      </form>
    </>
  );
}
