import fc from 'fast-check';

// A test that fails here fails for everyone; looking for inputs that nobody thought of is what `npm run fuzz` is for.
fc.configureGlobal({ seed: 1995 });
