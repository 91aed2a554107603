namespace Infra.Preview.Synthesis;

/// <summary>Rules of the Random provider: what it draws by chance is derived from the URN.</summary>
internal static class RandomRules
{
    public const string Text = """

        random:index/randomPassword:RandomPassword
          id = none
          result = !randomText
          bcryptHash = $2a$10$<mixed:53>
          lower = true
          upper = true
          numeric = true
          number = true
          special = true
          minLower = 0
          minUpper = 0
          minNumeric = 0
          minSpecial = 0
        random:index/randomString:RandomString
          id = !randomText
          result = <id>
          lower = true
          upper = true
          numeric = true
          number = true
          special = true
          minLower = 0
          minUpper = 0
          minNumeric = 0
          minSpecial = 0
        random:index/randomUuid:RandomUuid
          id = <uuid:result>
          result = <uuid:result>
        random:index/randomId:RandomId
          id = !randomIdUrl
          b64Url = !randomIdPrefixedUrl
          b64Std = !randomIdStandard
          hex = !randomIdHex
          dec = !randomIdDecimal
        random:index/randomBytes:RandomBytes
          id = none
          base64 = !randomBytesBase64
          hex = !randomBytesHex
        random:index/randomInteger:RandomInteger
          id = !randomInteger
          result = !randomInteger
        random:index/randomPet:RandomPet
          id = !randomPet
          length = 2
          separator = -
        """;
}
