<?php
// Takes the place of WordPress's database in wordpress-itself.test.php: it holds options, and nothing else.

class Options_Alone extends wpdb {
	public function __construct() {
		$this->charset = 'utf8';
		$this->ready   = true;
	}
	public function db_connect( $allow_bail = true ) { return true; }
	public function _real_escape( $text ) { return addslashes( (string) $text ); }
	public function get_col_charset( $table, $column ) { return 'utf8'; }
	public function query( $query ) {
		$options = array(
			'siteurl'                => 'https://site.example',
			'home'                   => 'https://site.example',
			'blog_charset'           => 'UTF-8',
			'active_plugins'         => serialize( array( 'figure-tracker/figure-tracker.php' ) ),
			'figure_tracker_folders' => "https://charts.example/pages\n\"><script>x</script>",
			'stylesheet'             => 'none',
			'template'               => 'none',
			'cron'                   => serialize( array( 'version' => 2 ) ),
		);
		$this->last_result = array();
		if ( preg_match( '/^SELECT option_name, option_value FROM wp_options/', $query ) ) {
			foreach ( $options as $name => $value ) {
				$this->last_result[] = (object) array( 'option_name' => $name, 'option_value' => $value );
			}
		} elseif ( preg_match( "/option_name = '(\w+)'/", $query, $found ) && isset( $options[ $found[1] ] ) ) {
			$this->last_result[] = (object) array( 'option_value' => $options[ $found[1] ] );
		}
		$this->num_rows = count( $this->last_result );
		return $this->num_rows;
	}
}
$wpdb = new Options_Alone();
