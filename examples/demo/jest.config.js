module.exports = { preset: 'stackproof/presets/emulator' };
