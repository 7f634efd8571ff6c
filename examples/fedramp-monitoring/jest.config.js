module.exports = {
  preset: 'stackproof/presets/emulator',
  globals: { stackproof: { region: 'us-west-2', allowActs: true, gaps: '../gaps.json' } },
};
