package org.certassist.bridge.protocol;

import java.util.List;

/// What a host answers.
public sealed interface Response {
  /// The answer to hello.
  ///
  /// @param provisioning this host may make tokens, keys and certificates
  record Welcome(int version, boolean provisioning) implements Response {}

  /// The module is loaded and says this about itself.
  record Opened(String manufacturer, String description, int major, int minor)
      implements Response {}

  record Tokens(List<TokenView> tokens) implements Response {
    public Tokens {
      tokens = List.copyOf(tokens);
    }
  }

  /// What is plugged in, blank tokens included.
  ///
  /// @param tokens each of empty texts where a token is there and does not say what it is
  record Present(List<TokenId> tokens) implements Response {
    public Present {
      tokens = List.copyOf(tokens);
    }
  }

  /// Done, and nothing more to say.
  record Done() implements Response {}

  /// The PIN was right.
  ///
  /// @param pinPerSignature the certificate's key wants the PIN again for every signature
  record LoggedIn(boolean pinPerSignature) implements Response {}

  record Signed(Bytes signature, Engine engine) implements Response {}

  /// @param numbers as the driver gives them, in its order
  record Mechanisms(List<Long> numbers) implements Response {
    public Mechanisms {
      numbers = List.copyOf(numbers);
    }
  }

  record PinStateRead(PinState pinState) implements Response {}

  record TokenMade(TokenId token) implements Response {}

  /// A key pair exists on the token.
  ///
  /// @param keyId its id, to be named when its certificate is stored
  /// @param publicKey its SubjectPublicKeyInfo
  record KeyMade(Bytes keyId, Bytes publicKey) implements Response {}

  record Failed(Fault fault) implements Response {}
}
