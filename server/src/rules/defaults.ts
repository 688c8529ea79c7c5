import type { Rule } from "@meridian/shared/companyRules";
import { type ClientSession, Types } from "mongoose";
import { RuleModel } from "./model.ts";

/** What a company starts with, to be changed as it likes. */
const texts: Rule["texts"][] = [
  {
    en: {
      title: "Harassment or insults",
      description: "Attacks, threats, mockery, or going on after somebody has asked you to stop.",
    },
    fr: {
      title: "Harcèlement ou insultes",
      description: "Attaques, menaces, moqueries, ou insister après que la personne a demandé d’arrêter.",
    },
    de: {
      title: "Belästigung oder Beleidigung",
      description:
        "Angriffe, Drohungen, Spott, oder weitermachen, obwohl jemand darum gebeten hat aufzuhören.",
    },
  },
  {
    en: {
      title: "Discrimination",
      description: "Belittling people for their origin, gender, religion, age, disability or whom they love.",
    },
    fr: {
      title: "Discrimination",
      description:
        "Rabaisser des personnes pour leur origine, leur genre, leur religion, leur âge, leur handicap ou leur orientation.",
    },
    de: {
      title: "Diskriminierung",
      description:
        "Menschen wegen ihrer Herkunft, ihres Geschlechts, ihrer Religion, ihres Alters, einer Behinderung oder ihrer Orientierung herabsetzen.",
    },
  },
  {
    en: {
      title: "Confidential or personal information",
      description: "Customers’ data, figures not yet published, or something private about a colleague.",
    },
    fr: {
      title: "Informations confidentielles ou personnelles",
      description: "Données de clients, chiffres non publiés, ou quelque chose de privé sur un collègue.",
    },
    de: {
      title: "Vertrauliches oder Persönliches",
      description: "Daten von Kunden, unveröffentlichte Zahlen oder Privates über Kolleginnen und Kollegen.",
    },
  },
  {
    en: { title: "Spam or advertising", description: "The same again and again, or selling something." },
    fr: { title: "Spam ou publicité", description: "La même chose encore et encore, ou de la vente." },
    de: { title: "Spam oder Werbung", description: "Immer wieder dasselbe, oder etwas verkaufen wollen." },
  },
  {
    en: { title: "Wrong place", description: "Fine in itself, but it belongs in another channel." },
    fr: { title: "Mauvais endroit", description: "Rien de grave, mais sa place est dans un autre canal." },
    de: { title: "Falscher Ort", description: "An sich in Ordnung, gehört aber in einen anderen Kanal." },
  },
  {
    en: { title: "Something else", description: "Say in the note what troubles you." },
    fr: { title: "Autre chose", description: "Dites dans la note ce qui vous dérange." },
    de: { title: "Etwas anderes", description: "Schreib in die Notiz, was dich stört." },
  },
];

export const defaultRules = (idOf = () => new Types.ObjectId()) =>
  texts.map((its, position) => ({ _id: idOf(), rev: 1, texts: its, position, active: true }));

export async function insertDefaultRules(session: ClientSession): Promise<void> {
  await RuleModel.insertMany(defaultRules(), { session });
}
