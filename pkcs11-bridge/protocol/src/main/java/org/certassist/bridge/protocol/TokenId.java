package org.certassist.bridge.protocol;

/// Who a token says it is; slot numbers and labels change, this stays.
public record TokenId(String manufacturer, String model, String serial) {}
