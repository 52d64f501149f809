<?php
/**
 * Plugin Name: figure-tracker
 * Description: Shows the static pages of figure-tracker in posts: a block, a shortcode, and oEmbed.
 * Version:     0.1.0
 * Requires PHP: 7.4
 * License:     MIT OR Apache-2.0
 * Plugin URI:  https://github.com/figure-tracker/figure-tracker
 *
 * @package figure-tracker
 */

defined( 'ABSPATH' ) || exit;

const FIGURE_TRACKER_VERSION      = '0.1.0';
const FIGURE_TRACKER_LEAST_HEIGHT = 100;
const FIGURE_TRACKER_MOST_HEIGHT  = 20000;

/** Gives the address of a page that may be embedded, or '' where it may not: https alone, or the site's own. */
function figure_tracker_address( $src ) {
	$src  = esc_url_raw( trim( (string) $src ), array( 'http', 'https' ) );
	$host = wp_parse_url( $src, PHP_URL_HOST );
	if ( ! $host ) {
		return '';
	}
	$own = wp_parse_url( home_url(), PHP_URL_HOST );
	return wp_parse_url( $src, PHP_URL_SCHEME ) === 'https' || $host === $own ? $src : '';
}

/** Gives the iframe of a page, the same for block and shortcode; nothing where there is no address. */
function figure_tracker_iframe( $attributes ) {
	$attributes = shortcode_atts(
		array( 'src' => '', 'height' => '1120', 'title' => 'figure-tracker' ),
		is_array( $attributes ) ? $attributes : array(),
		'figure-tracker'
	);
	$src        = figure_tracker_address( $attributes['src'] );
	if ( '' === $src ) {
		return '';
	}
	$height = min( max( (int) $attributes['height'], FIGURE_TRACKER_LEAST_HEIGHT ), FIGURE_TRACKER_MOST_HEIGHT );
	wp_enqueue_script( 'figure-tracker' );
	return sprintf(
		'<iframe class="figure-tracker" src="%s" title="%s" width="100%%" height="%d" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>',
		esc_url( $src, array( 'http', 'https' ) ),
		esc_attr( $attributes['title'] ),
		$height
	);
}

/** Registers the block, the shortcode and the scripts they need. */
function figure_tracker_register() {
	wp_register_script( 'figure-tracker', plugins_url( 'frame.js', __FILE__ ), array(), FIGURE_TRACKER_VERSION, true );
	wp_register_script( 'figure-tracker-block', plugins_url( 'block.js', __FILE__ ), array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components' ), FIGURE_TRACKER_VERSION, true );
	add_shortcode( 'figure-tracker', 'figure_tracker_iframe' );
	register_block_type(
		'figure-tracker/figures',
		array(
			'api_version'     => 2,
			'editor_script'   => 'figure-tracker-block',
			'attributes'      => array(
				'src'    => array( 'type' => 'string', 'default' => '' ),
				'height' => array( 'type' => 'integer', 'default' => 1120 ),
				'title'  => array( 'type' => 'string', 'default' => 'figure-tracker' ),
			),
			'render_callback' => 'figure_tracker_iframe',
		)
	);
	foreach ( figure_tracker_folders( get_option( 'figure_tracker_folders', '' ) ) as $folder ) {
		wp_oembed_add_provider( $folder . '*.html', $folder . '{page}.oembed.json', false );
	}
}
add_action( 'init', 'figure_tracker_register' );

/** Gives the folders that an administrator allows, one address a line, each with a slash at its end. */
function figure_tracker_folders( $text ) {
	$folders = array_map( 'figure_tracker_address', preg_split( '/\s+/', (string) $text, -1, PREG_SPLIT_NO_EMPTY ) );
	return array_map( 'trailingslashit', array_values( array_unique( array_filter( $folders ) ) ) );
}

/**
 * Gives the address of the oEmbed file of the page that is asked for: those are static, one beside each page, also in the folders of
 * languages. Gives '' for a page that is not in the provider's folder, which its address may leave by dots.
 */
function figure_tracker_oembed_address( $provider, $url ) {
	$parts = preg_split( '/(?:\{|%7B)page(?:\}|%7D)(?=\.oembed\.json)/i', $provider, 2 );
	if ( count( $parts ) < 2 ) {
		return $provider;
	}
	list( $folder, $rest ) = $parts;
	$page                  = preg_replace( '/[?#].*$/s', '', $url );
	if ( strpos( $page, $folder ) !== 0 || preg_match( '/\.html$/', $page ) !== 1 ) {
		return '';
	}
	$names = array_map( 'rawurldecode', explode( '/', substr( $page, strlen( $folder ), -strlen( '.html' ) ) ) );
	foreach ( $names as $name ) {
		if ( '' === $name || '.' === $name || '..' === $name || preg_match( '#[/\\\\\x00-\x1f]#', $name ) ) {
			return '';
		}
	}
	return $folder . implode( '/', array_map( 'rawurlencode', $names ) ) . $rest;
}
add_filter( 'oembed_fetch_url', 'figure_tracker_oembed_address', 10, 2 );

/** The setting: the folders whose pages are embedded when their address stands alone on a line. */
function figure_tracker_settings() {
	register_setting( 'figure_tracker', 'figure_tracker_folders', array( 'sanitize_callback' => 'sanitize_textarea_field' ) );
	add_options_page( 'Figures', 'Figures', 'manage_options', 'figure-tracker', 'figure_tracker_settings_page' );
}
add_action( 'admin_menu', 'figure_tracker_settings' );

/** Prints the page of the setting. */
function figure_tracker_settings_page() {
	echo '<div class="wrap"><h1>Figures</h1><form method="post" action="options.php">';
	settings_fields( 'figure_tracker' );
	echo '<p><label for="figure_tracker_folders">Folders of static pages, one address a line:</label></p>';
	printf(
		'<textarea id="figure_tracker_folders" name="figure_tracker_folders" rows="5" class="large-text code">%s</textarea>',
		esc_textarea( get_option( 'figure_tracker_folders', '' ) )
	);
	submit_button();
	echo '</form></div>';
}
