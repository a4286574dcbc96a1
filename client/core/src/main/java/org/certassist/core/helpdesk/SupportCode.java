package org.certassist.core.helpdesk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;

/// Eight characters that are the same for the same mistake of the program, on every PC.
///
/// They are a digest of the kinds of the exceptions and of the methods of ours nearest to each;
/// messages, line numbers and what called from far away do not count, so that a file's name, a new
/// version or another screen does not make another code.
public final class SupportCode {
  private static final String OURS = "org.certassist.";

  /// Farther away it is said who wanted the work, not what broke.
  private static final int NEAREST_FRAMES = 5;

  /// Chains of causes may bite their own tail.
  private static final int MOST_CAUSES = 8;

  /// Without I, L, O and U, which are misread and misheard (Crockford's base 32).
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;
  private static final int HALF = LENGTH / 2;
  private static final int BITS = 5;

  /// The compiler counts the lambdas of a class.
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");

  private static final Pattern HIDDEN_CLASS = Pattern.compile("\\$\\$Lambda.*");

  private SupportCode() {}

  /// Such as `7KQ2-M0XD`.
  public static String of(Throwable mistake) {
    StringBuilder said = new StringBuilder();
    @Nullable Throwable each = mistake;
    for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
      said.append(kind(each)).append('\n').append(frames(each)).append('\n');
      each = each.getCause();
    }
    byte[] digest = sha256(said.toString());
    StringBuilder code = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      code.append(at == HALF ? "-" : "").append(ALPHABET.charAt(fiveBits(digest, at * BITS)));
    }
    return code.toString();
  }

  private static String kind(Throwable each) {
    String name = each.getClass().getName();
    return each instanceof FaultException known ? name + " " + known.fault().id() : name;
  }

  private static String frames(Throwable each) {
    return Arrays.stream(each.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .limit(NEAREST_FRAMES)
        .map(frame ->
            HIDDEN_CLASS.matcher(frame.getClassName()).replaceAll("")
                + "."
                + LAMBDA.matcher(frame.getMethodName()).replaceAll("$1"))
        .collect(Collectors.joining("\n"));
  }

  private static int fiveBits(byte[] digest, int from) {
    int two = ((digest[from / 8] & 0xFF) << 8) | (digest[from / 8 + 1] & 0xFF);
    return (two >> (16 - BITS - from % 8)) & ((1 << BITS) - 1);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
