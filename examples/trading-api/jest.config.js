module.exports = {
  preset: 'stackproof/presets/emulator',
  globals: { stackproof: { region: 'us-east-1', allowActs: true, gaps: '../gaps.json' } },
};
