package dev.afterflow.orders;

import dev.afterflow.pictures.Pictures;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of products: machines bring them, people hold them against what a buyer shows. */
@RestController
@Tag(name = "Product pictures")
class ProductPictureController {

    private final ProductPictures pictures;
    private final Pictures easel;

    ProductPictureController(ProductPictures pictures, Pictures easel) {
        this.pictures = pictures;
        this.easel = easel;
    }

    @PutMapping("/api/intake/products/{productId}/picture")
    @PreAuthorize("hasRole('KEY') and hasAuthority('SCOPE_intake:products')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "商品图 / The picture of a product told before, JPEG or PNG up to 1 MB, kept as our own copy",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.IMAGE_JPEG_VALUE,
                    schema = @Schema(type = "string", format = "binary"))))
    void bring(@PathVariable String productId, @RequestParam(required = false) String shop, HttpServletRequest request) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(ProductPicture.MOST_BYTES + 1);
        pictures.keep(theShop(shop), productId, ProductPicture.drawn(sent, easel));
    }

    @GetMapping(path = "/api/products/{shop}/{productId}/picture", produces = MediaType.IMAGE_JPEG_VALUE)
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "商品图 / The picture of a product; its address with another sha256 is another picture")
    ResponseEntity<byte[]> show(@PathVariable String shop, @PathVariable String productId) {
        byte[] jpeg = mine(shop) ? pictures.jpeg(shop, productId).orElse(null) : null;
        if (jpeg == null) {
            throw Problem.notFound("picture");
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate()).body(jpeg);
    }

    @GetMapping("/api/orders/{shop}/{id}/pictures")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "订单的商品图 / Which products of an order have a picture")
    List<ProductPictures.Pictured> ofOrder(@PathVariable String shop, @PathVariable String id) {
        if (!mine(shop)) {
            throw Problem.notFound("order");
        }
        return pictures.ofOrder(shop, id);
    }

    private static boolean mine(String shop) {
        return Who.current().shops().contains(shop);
    }

    private static String theShop(String asked) {
        Set<String> shops = Who.current().shops();
        if (asked == null && shops.size() == 1) {
            return shops.iterator().next();
        }
        if (asked == null || !shops.contains(asked)) {
            throw Problem.notFound("shop");
        }
        return asked;
    }
}
