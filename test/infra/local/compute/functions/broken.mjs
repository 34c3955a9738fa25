throw new Error('bad bundle');
