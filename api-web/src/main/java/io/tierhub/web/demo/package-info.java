/** Companies, trees and orders to try the server with, loaded on the first start. */
@NullMarked
package io.tierhub.web.demo;

import org.jspecify.annotations.NullMarked;
