/** Names of emoji as chats write them, for reactions: "name name emoji". */
const table = `
+1 thumbsup 👍
-1 thumbsdown 👎
heart ❤️
tada 🎉
smile 😄
smiley 😃
grinning 😀
grin 😁
laughing satisfied 😆
sweat_smile 😅
joy 😂
rofl rolling_on_the_floor_laughing 🤣
slightly_smiling_face 🙂
upside_down_face 🙃
wink 😉
blush 😊
innocent 😇
heart_eyes 😍
star_struck 🤩
kissing_heart 😘
yum 😋
stuck_out_tongue 😛
stuck_out_tongue_winking_eye 😜
thinking thinking_face 🤔
neutral_face 😐
expressionless 😑
no_mouth 😶
smirk 😏
unamused 😒
roll_eyes face_with_rolling_eyes 🙄
grimacing 😬
relieved 😌
pensive 😔
sleepy 😪
sleeping 😴
mask 😷
nauseated_face 🤢
dizzy_face 😵
exploding_head 🤯
partying_face 🥳
sunglasses 😎
nerd_face 🤓
confused 😕
worried 😟
slightly_frowning_face 🙁
open_mouth 😮
hushed 😯
astonished 😲
flushed 😳
pleading_face 🥺
fearful 😨
cry 😢
sob 😭
scream 😱
disappointed 😞
sweat 😓
weary 😩
tired_face 😫
angry 😠
rage 😡
skull 💀
poop hankey 💩
ghost 👻
robot robot_face 🤖
see_no_evil 🙈
hear_no_evil 🙉
speak_no_evil 🙊
wave 👋
raised_hand hand ✋
ok_hand 👌
v ✌️
crossed_fingers 🤞
metal 🤘
call_me_hand 🤙
point_left 👈
point_right 👉
point_up_2 👆
point_down 👇
point_up ☝️
fist ✊
facepunch punch 👊
clap 👏
raised_hands 🙌
open_hands 👐
handshake 🤝
pray folded_hands 🙏
muscle 💪
writing_hand ✍️
eyes 👀
brain 🧠
shrug 🤷
facepalm face_palm 🤦
man_shrugging 🤷‍♂️
woman_shrugging 🤷‍♀️
salute saluting_face 🫡
melting_face 🫠
orange_heart 🧡
yellow_heart 💛
green_heart 💚
blue_heart 💙
purple_heart 💜
black_heart 🖤
white_heart 🤍
broken_heart 💔
sparkling_heart 💖
two_hearts 💕
100 💯
boom 💥
fire 🔥
sparkles ✨
star ⭐
star2 🌟
zap ⚡
sunny ☀️
cloud ☁️
rainbow 🌈
snowflake ❄️
ocean 🌊
coffee ☕
tea 🍵
beer 🍺
beers 🍻
champagne 🍾
clinking_glasses 🥂
wine_glass 🍷
pizza 🍕
cake 🍰
birthday 🎂
cookie 🍪
doughnut 🍩
popcorn 🍿
apple 🍎
taco 🌮
dog 🐶
cat 🐱
unicorn unicorn_face 🦄
bug 🐛
bee honeybee 🐝
turtle 🐢
snail 🐌
parrot 🦜
octopus 🐙
penguin 🐧
seedling 🌱
four_leaf_clover 🍀
rocket 🚀
bulb 💡
bell 🔔
mega 📣
loudspeaker 📢
memo pencil 📝
books 📚
book 📖
calendar 📆
chart_with_upwards_trend 📈
chart_with_downwards_trend 📉
lock 🔒
key 🔑
hammer 🔨
wrench 🔧
gear ⚙️
package 📦
computer 💻
phone ☎️
hourglass ⌛
alarm_clock ⏰
trophy 🏆
medal sports_medal 🏅
dart 🎯
gift 🎁
balloon 🎈
confetti_ball 🎊
musical_note 🎵
construction 🚧
rotating_light 🚨
warning ⚠️
white_check_mark ✅
heavy_check_mark ✔️
ballot_box_with_check ☑️
x ❌
negative_squared_cross_mark ❎
question ❓
exclamation heavy_exclamation_mark ❗
heavy_plus_sign ➕
heavy_minus_sign ➖
arrow_up ⬆️
arrow_down ⬇️
recycle ♻️
infinity ♾️
checkered_flag 🏁
crown 👑
gem 💎
moneybag 💰
money_with_wings 💸
earth_africa 🌍
earth_americas 🌎
earth_asia 🌏
house 🏠
airplane ✈️
train 🚆
bike 🚲
`;

/** Every known name with its emoji. */
export const emojiByName: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split("\n")
    .flatMap((row) => {
      const words = row.split(" ");
      const emoji = words.pop() ?? "";
      return words.map((name) => [name, emoji] as const);
    }),
);

/** The emoji of a name such as "thumbsup", of any skin tone, or of the emoji itself. */
export function emojiNamed(name: string): string | undefined {
  const plain = name
    .toLowerCase()
    .replaceAll(":", "")
    .replace(/_(light|medium_light|medium|medium_dark|dark)_skin_tone$/, "");
  return emojiByName.get(plain) ?? ([...emojiByName.values()].includes(name) ? name : undefined);
}
