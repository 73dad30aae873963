import { expect, test } from 'vitest';
import { languageOf } from '../../src/text/language-of.ts';

const times = (text: string): string => `${text} `.repeat(4);

test.each([
  ['en', 'Open the settings and choose the plan that is right for you. You can change it with one click.'],
  ['fr', 'Ouvrez les paramètres et choisissez la formule pour votre équipe. Vous pouvez changer dans une page.'],
  ['de', 'Öffnen Sie die Einstellungen und wählen Sie den Tarif. Das können Sie auf der Seite nicht ändern.'],
  ['es', 'Abre los ajustes y elige el plan que está en la lista. Puede cambiar con un clic para su equipo.'],
  ['nl', 'Open het menu en kies een plan voor je team. Je kunt dit niet wijzigen met een klik op de pagina.'],
  ['ja', '設定を開いて、プランを選んでください。いつでも変更できます。チームのための設定です。ありがとうございます。'],
  ['zh-CN', '打开设置并选择适合您的方案。您可以随时更改。请联系我们的团队以获取更多帮助。谢谢您的使用和支持。'],
  ['ko', '설정을 열고 요금제를 선택하세요. 언제든지 변경할 수 있습니다. 팀을 위한 설정입니다. 감사합니다.'],
])('%s', (language, text) => {
  expect(languageOf([times(text)])).toBe(language);
});

test.each([
  ['too little text', 'The plan is yours.'],
  ['code alone', `\`\`\`sh\n${times('the and of to is that for with this are you')}\n\`\`\``],
  ['two languages that are alike', times('og det som for på er ikke med av kan den du et en til')],
  ['words of none', times('lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor')],
])('nothing is said of %s', (_, text) => {
  expect(languageOf([text])).toBeNull();
});
