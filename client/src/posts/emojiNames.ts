/** Emoji that people write by name, in the order in which they are offered. The picker has all of them. */
const names: Record<string, string> = {
  thumbsup: "👍", "+1": "👍", thumbsdown: "👎", heart: "❤️", smile: "😄", grin: "😁", joy: "😂", rofl: "🤣", wink: "😉",
  blush: "😊", thinking: "🤔", eyes: "👀", tada: "🎉", party: "🥳", clap: "👏", pray: "🙏", muscle: "💪", wave: "👋",
  ok: "👌", fire: "🔥", rocket: "🚀", star: "⭐", sparkles: "✨", check: "✅", x: "❌", warning: "⚠️", question: "❓",
  bulb: "💡", coffee: "☕", tea: "🍵", cake: "🍰", beer: "🍺", pizza: "🍕", sun: "☀️", rain: "🌧️", snow: "❄️", moon: "🌙",
  sleeping: "😴", yawn: "🥱", sob: "😭", cry: "😢", sad: "🙁", angry: "😠", sweat: "😅", sunglasses: "😎", heart_eyes: "😍",
  hug: "🤗", shrug: "🤷", facepalm: "🤦", salute: "🫡", handshake: "🤝", hundred: "💯", bug: "🐛", ship: "🚢", lock: "🔒",
  key: "🔑", calendar: "📅", clock: "🕐", memo: "📝", book: "📖", chart: "📈", globe: "🌍", plane: "✈️", train: "🚆",
  dog: "🐶", cat: "🐱", plant: "🌱", gift: "🎁", music: "🎵", soccer: "⚽", mountain: "⛰️", house: "🏠", zzz: "💤",
};

/** Names that start so, then names that contain it; eight at most. */
export function emojiByName(start: string): [name: string, emoji: string][] {
  const all = Object.entries(names);
  const starting = all.filter(([name]) => name.startsWith(start));
  const containing = all.filter(([name]) => !name.startsWith(start) && name.includes(start));
  return [...starting, ...containing].slice(0, 8);
}
