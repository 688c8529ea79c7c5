import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { companyQuery } from "../company/queries.ts";
import { Brand } from "../app/Brand.tsx";
import { DayScale } from "./DayScale.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";

interface EntranceProps {
  /** What the page is about, in large letters; the company's name where there is one. */
  title: string;
  text: string;
  children: ReactNode;
}

/** A page in front of the door: who we are on one side of the day, the way in on the other. */
export function Entrance({ title, text, children }: EntranceProps) {
  const company = useQuery(companyQuery).data?.name;
  useEffect(() => {
    document.title = company ? `Meridian · ${company}` : "Meridian";
  }, [company]);
  return (
    <div className="grid min-h-dvh grid-rows-[auto_auto_1fr_auto] desk:grid-cols-[1fr_auto_1fr] desk:grid-rows-[1fr_auto]">
      <header className="flex flex-col px-6 pt-6 desk:row-span-2 desk:items-end desk:bg-surface desk:py-12 desk:pr-28 desk:pl-10">
        <div className="flex w-full max-w-md flex-1 flex-col desk:py-8">
          <Brand />
          <div className="mt-8 desk:my-auto">
            <h1 className="text-3xl leading-[1.1] font-bold tracking-tight text-balance desk:text-5xl">
              {title}
            </h1>
            <p className="mt-3 max-w-[38ch] text-base text-soft desk:mt-5 desk:text-lg">{text}</p>
          </div>
        </div>
      </header>
      <div className="mt-14 mb-12 px-6 desk:row-span-2 desk:my-0 desk:grid desk:px-0">
        <DayScale />
      </div>
      <main className="flex flex-col px-6 desk:justify-center desk:pr-10 desk:pl-28">
        <div className="w-full max-w-sm">{children}</div>
      </main>
      <footer className="px-6 py-6 desk:col-start-3 desk:pl-28">
        <LanguageChoice />
      </footer>
    </div>
  );
}
