import type { NewOffice } from "@meridian/shared/offices";

const days = [1, 2, 3, 4, 5];

/** The six offices. Public holidays of 2026 and 2027 on working days, as each place keeps them. */
export const offices: NewOffice[] = [
  {
    city: "London",
    zone: "Europe/London",
    workingHours: { days, from: "09:00", to: "18:00" },
    holidays: dates(
      "2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
      "2027 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    ),
  },
  {
    city: "Paris",
    zone: "Europe/Paris",
    workingHours: { days, from: "09:30", to: "18:30" },
    holidays: dates(
      "2026 01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25",
      "2027 01-01 03-29 05-06 05-17 07-14 11-01 11-11",
    ),
  },
  {
    city: "Berlin",
    zone: "Europe/Berlin",
    workingHours: { days, from: "09:00", to: "18:00" },
    holidays: dates(
      "2026 01-01 04-03 04-06 05-01 05-14 05-25 12-25",
      "2027 01-01 03-08 03-26 03-29 05-06 05-17",
    ),
  },
  {
    city: "New York",
    zone: "America/New_York",
    workingHours: { days, from: "09:00", to: "18:00" },
    holidays: dates(
      "2026 01-01 01-19 02-16 05-25 06-19 07-03 09-07 11-26 11-27 12-25",
      "2027 01-01 01-18 02-15 05-31 06-18 07-05 09-06 11-25 11-26 12-24",
    ),
  },
  {
    city: "Vancouver",
    zone: "America/Vancouver",
    workingHours: { days, from: "08:30", to: "17:30" },
    holidays: dates(
      "2026 01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25",
      "2027 01-01 02-15 03-26 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27",
    ),
  },
  {
    city: "Sydney",
    zone: "Australia/Sydney",
    workingHours: { days, from: "09:00", to: "18:00" },
    holidays: dates(
      "2026 01-01 01-26 04-03 04-06 04-27 06-08 10-05 12-25 12-28",
      "2027 01-01 01-26 03-26 03-29 04-26 06-14 10-04 12-27 12-28",
    ),
  },
];

/** "2026 01-01 12-25" → the dates of that year. */
function dates(...years: string[]): string[] {
  return years.flatMap((line) => {
    const [year, ...holidays] = line.split(" ");
    return holidays.map((day) => `${year}-${day}`);
  });
}
