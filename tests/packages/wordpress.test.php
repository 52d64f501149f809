<?php
// What the WordPress plugin prints, with the few functions of WordPress that it calls: as WordPress has them where they matter.
// It prints one JSON object, which wordpress.test.mjs looks at.

define( 'ABSPATH', __DIR__ );
$seen = array( 'scripts' => array(), 'providers' => array(), 'blocks' => array() );
function add_action( $hook, $callback ) { $GLOBALS['actions'][ $hook ] = $callback; }
function add_filter( $hook, $callback ) {}
function add_shortcode( $name, $callback ) { $GLOBALS['shortcodes'][ $name ] = $callback; }
function shortcode_atts( $pairs, $given ) { return array_merge( $pairs, array_intersect_key( $given, $pairs ) ); }
function plugins_url( $name ) { return "https://site.example/wp-content/plugins/figure-tracker/$name"; }
function wp_register_script( $name, $url, $needs, $version ) { $GLOBALS['seen']['scripts'][ $name ] = "$url?$version"; }
function wp_enqueue_script( $name ) { $GLOBALS['seen']['enqueued'] = $name; }
function register_block_type( $name, $options ) { $GLOBALS['seen']['blocks'][] = $name; $GLOBALS['block'] = $options; }
function wp_oembed_add_provider( $pattern, $address ) { $GLOBALS['seen']['providers'][ $pattern ] = $address; }
function get_option() { return "https://charts.example/pages\nhttps://charts.example/pages\njavascript:alert(1) http://elsewhere.example/x"; }
function home_url() { return 'http://site.example'; }
function trailingslashit( $text ) { return rtrim( $text, '/' ) . '/'; }
function wp_parse_url( $url, $part ) { return parse_url( $url, $part ); }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
/** The address of a page's oEmbed file, with what WordPress has added to it by then. */
function oembed( $url ) {
	return figure_tracker_oembed_address( 'https://charts.example/pages/{page}.oembed.json?maxwidth=600&url=x', $url );
}
function esc_url_raw( $url, $protocols ) {
	$url = str_replace( ' ', '%20', $url );
	$url = preg_replace( '|[^a-z0-9-~+_.?#=!&;,/:%@$\|*\'()\[\]\\x80-\\xff]|i', '', $url );
	return in_array( parse_url( $url, PHP_URL_SCHEME ), $protocols, true ) ? $url : '';
}
function esc_url( $url, $protocols ) { return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), esc_url_raw( $url, $protocols ) ); }

require $argv[1];
$actions['init']();
$print = $shortcodes['figure-tracker'];
echo json_encode(
	array(
		'plain'    => $print( array( 'src' => 'https://charts.example/pages/deaths.html?theme=dark&lang=en', 'height' => '900' ) ),
		'hostile'  => $print( array( 'src' => 'https://charts.example/"onload="x', 'title' => '"><script>x</script>', 'height' => '1e9' ) ),
		'script'   => $print( array( 'src' => 'javascript:alert(1)' ) ),
		'insecure' => $print( array( 'src' => 'http://elsewhere.example/deaths.html' ) ),
		'own'      => $print( array( 'src' => 'http://site.example/deaths.html' ) ),
		'nothing'  => $print( '' ),
		'block'    => call_user_func( $block['render_callback'], array( 'src' => 'https://charts.example/pages/deaths.html', 'height' => 700 ) ),
		'hostiles' => array_map(
			function ( $given ) use ( $print ) { return $print( $given + array( 'src' => 'https://charts.example/a.html' ) ); },
			array(
				array( 'title' => "' onload='x" ),
				array( 'title' => '</iframe><img src=x onerror=x>' ),
				array( 'title' => "\"\n\tonload=x" ),
				array( 'height' => '"><script>' ),
				array( 'height' => '-5' ),
				array( 'height' => '700;x' ),
				array( 'onload' => 'x', 'sandbox' => '', 'srcdoc' => '<script>x</script>', 'style' => 'x' ),
				array( 'src' => "https://charts.example/a.html' onload='x" ),
				array( 'src' => "https://charts.example/a.html\" srcdoc=\"<script>" ),
			)
		),
		'refused'  => array_map(
			function ( $src ) use ( $print ) { return $print( array( 'src' => $src ) ); },
			array( '//elsewhere.example/a.html', 'data:text/html,x', "java\nscript:alert(1)", ' vbscript:x', 'https:', '/own/a.html', 'file:///etc/passwd', '' )
		),
		'oembed'   => oembed( 'https://charts.example/pages/deaths.html' ),
		'russian'  => oembed( 'https://charts.example/pages/ru/deaths.html?x#y' ),
		'outside'  => array_map(
			'oembed',
			array(
				'https://charts.example/pages/../upload/evil.html', 'https://charts.example/pages/%2e%2E/upload/evil.html',
				'https://charts.example/pages/..%2fupload/evil.html', 'https://charts.example/pages/a%00.html', 'https://charts.example/pages/.html',
				'https://charts.example/upload/evil.html', 'https://charts.example/pages/a\\b.html', 'https://charts.example/pages//a.html',
			)
		),
		'other'    => figure_tracker_oembed_address( 'https://video.example/oembed', 'https://video.example/1' ),
		// Last: it holds what the calls above have done.
		'seen'     => $seen,
	)
);
