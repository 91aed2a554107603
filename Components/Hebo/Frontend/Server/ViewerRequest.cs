namespace Infra.Components.Hebo.Frontend.Server;

/// <summary>The CloudFront function that prepares requests for the server.</summary>
internal static class ViewerRequest
{
    // Lambda sees its own name as Host, so the viewer's travels in a header of its own. CloudFront heeds no Vary: what a page of one
    // address depends on is hashed into the header that the cache policy counts. So is the host, which pages may repeat (the distribution
    // has two), and the build, which makes a new one seen at once.
    private const string Template = """
        var crypto = require('crypto');

        var BUILD = '{BUILD}';
        var VARIANTS = [
          'rsc',
          'next-router-prefetch',
          'next-router-segment-prefetch',
          'next-router-state-tree',
          'next-url',
          'x-prerender-revalidate',
        ];

        function text(values, name) {
          return values[name] ? values[name].value : '';
        }

        function handler(event) {
          var request = event.request;
          var host = text(request.headers, 'host');
          var variant = request.uri.indexOf('/_next/image') !== -1
            ? [text(request.headers, 'accept')]
            : VARIANTS.map(function (name) { return text(request.headers, name); }).concat(text(request.cookies, '__prerender_bypass'));
          var key = crypto.createHash('sha256').update([BUILD, host].concat(variant).join('\n')).digest('hex');
          request.headers['x-forwarded-host'] = { value: host };
          request.headers['x-open-next-cache-key'] = { value: key };
          return request;
        }
        """;

    /// <summary>Its code, for the runtime cloudfront-js-2.0.</summary>
    /// <param name="build">What tells builds apart: letters, digits and hyphens.</param>
    public static string Code(string build) => Template.Replace("{BUILD}", build, StringComparison.Ordinal);
}
