package org.certassist.cli.json;

import java.util.List;

/// The answer of `log --json`.
///
/// @param level `warn`, `info` or `debug`
/// @param lines the oldest first
public record LogJson(String level, List<String> lines) {}
