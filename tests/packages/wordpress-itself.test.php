<?php
// WordPress itself with the plugin, as `php wordpress-itself.test.php SITE OEMBED`: the folder of WordPress, and an oEmbed file. There is no database: its place is taken by the few options that WordPress asks for when it starts.
// It prints one JSON object, which wordpress-itself.test.mjs looks at.

error_reporting( E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED ); // an old WordPress in a new PHP
list( , $site, $oembed ) = $argv;
define( 'ABSPATH', "$site/" );
define( 'WP_HOME', 'https://site.example' );
define( 'WP_SITEURL', 'https://site.example' );
foreach ( array( 'DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_HOST', 'DB_COLLATE', 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $name ) {
	define( $name, 'none' );
}
define( 'DB_CHARSET', 'utf8' );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
$_SERVER += array( 'HTTP_HOST' => 'site.example', 'REQUEST_METHOD' => 'GET' );
$_SERVER  = array_merge( $_SERVER, array( 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_URI' => '/', 'HTTPS' => 'on' ) );
$table_prefix = 'wp_';
require ABSPATH . 'wp-settings.php';

$post = new WP_Post( (object) array( 'ID' => 1, 'post_type' => 'post', 'post_status' => 'publish', 'post_content' => '', 'filter' => 'raw' ) );
/** A post as readers get it. */
function shown( $text ) { return trim( apply_filters( 'the_content', $text ) ); }
/** A post as it is kept for a writer without the right `unfiltered_html`. */
function kept( $text ) { return wp_unslash( apply_filters( 'content_save_pre', wp_slash( $text ) ) ); }
kses_init_filters();

$asked = array();
add_filter(
	'pre_http_request',
	function ( $before, $options, $url ) use ( &$asked, $oembed ) {
		if ( strpos( $url, 'https://charts.example/' ) !== 0 ) {
			return $before; // WordPress goes on, and asks nobody outside
		}
		$asked[] = $url;
		return array( 'headers' => array(), 'body' => file_get_contents( $oembed ), 'response' => array( 'code' => 200, 'message' => 'OK' ), 'cookies' => array() );
	},
	10,
	3
);
$shortcode = '[figure-tracker src="https://charts.example/pages/deaths.html" height="900" title="Deaths"]';
$block     = '<!-- wp:figure-tracker/figures {"src":"https://charts.example/pages/deaths.html","height":700} /-->';
$page      = 'https://charts.example/pages/ru/deaths.html';
$result    = array(
	'version'   => $wp_version,
	'active'    => is_plugin_registered( 'figure-tracker/figures' ),
	'iframe'    => kept( '<iframe src="https://charts.example/pages/deaths.html"></iframe><script src="https://charts.example/figure-tracker.js"></script>' ),
	'shortcode' => shown( kept( $shortcode ) ),
	'block'     => shown( kept( $block ) ),
	'hostile'   => shown( kept( '[figure-tracker src="https://charts.example/a.html" title="&quot; onload=&quot;x" height="1e9"]' ) ),
	'script'    => shown( kept( '[figure-tracker src="javascript:alert(1)"]' ) ),
	'oembed'    => wp_oembed_get( $page ),
	'outside'   => wp_oembed_get( 'https://charts.example/pages/../upload/evil.html' ),
	'other'     => wp_oembed_get( 'https://elsewhere.example/deaths.html', array( 'discover' => false ) ),
	'asked'     => $asked,
);
ob_start();
wp_print_footer_scripts();
$result['scripts'] = ob_get_clean();
ob_start();
wp_print_scripts( array( 'figure-tracker-block' ) );
$result['editor'] = ob_get_clean();
require ABSPATH . 'wp-admin/includes/plugin.php';
require ABSPATH . 'wp-admin/includes/template.php';
figure_tracker_settings();
ob_start();
figure_tracker_settings_page();
$result['settings'] = ob_get_clean();
$result['setting']  = sanitize_option( 'figure_tracker_folders', "https://charts.example/pages\n<script>x</script>" );
echo json_encode( $result );

function is_plugin_registered( $name ) { return WP_Block_Type_Registry::get_instance()->is_registered( $name ); }
