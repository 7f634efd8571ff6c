module.exports = {
  preset: 'stackproof/presets/emulator',
  globals: { stackproof: { region: 'eu-west-2', allowActs: true, gaps: '../gaps.json' } },
};
