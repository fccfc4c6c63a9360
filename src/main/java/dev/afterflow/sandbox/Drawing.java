package dev.afterflow.sandbox;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Draws the demo's goods, and what buyers' and the warehouse's photographs show of them. */
final class Drawing {

    private enum Shape { TALL, ROUND, FLAT, LAMP, GARMENT }

    private static final int WIDE = 640;
    private static final int HIGH = 480;

    static {
        System.setProperty("java.awt.headless", "true");
    }

    private final BufferedImage image = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();
    private final Random chance;

    private Drawing(long seed) {
        this.chance = new Random(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** A product on plain ground, always the same for the same id. */
    static byte[] product(String id) {
        Drawing drawing = new Drawing(id.hashCode());
        drawing.ground(new Color(246, 247, 249), new Color(226, 230, 236));
        drawing.goods(id);
        return drawing.png();
    }

    /** A photograph of a product with something that is wrong with it, or that is in order for the warehouse. */
    static byte[] evidence(String product, long seed, String reason, Instant at) {
        Drawing drawing = new Drawing(seed * 31 + reason.hashCode());
        drawing.ground(new Color(150 + drawing.chance.nextInt(60), 130 + drawing.chance.nextInt(40), 110), new Color(96, 84, 74));
        switch (reason) {
            case "DAMAGED", "WAREHOUSE", "SHORT", "WRONG_ITEM" -> drawing.box(reason.equals("DAMAGED"));
            default -> drawing.goods(product);
        }
        if (reason.equals("QUALITY") || reason.equals("DAMAGED")) {
            drawing.crack();
        } else if (reason.equals("NOT_AS_DESCRIBED")) {
            drawing.ruler();
        }
        drawing.stamp(at);
        return drawing.png();
    }

    private void ground(Color top, Color bottom) {
        pen.setPaint(new GradientPaint(0, 0, top, WIDE, HIGH, bottom));
        pen.fillRect(0, 0, WIDE, HIGH);
    }

    private void goods(String id) {
        float hue = Math.floorMod(id.hashCode() * 37L, 360) / 360f;
        pen.setColor(new Color(0, 0, 0, 40));
        pen.fill(new Ellipse2D.Double(150, 372, 340, 44));
        pen.setPaint(new GradientPaint(180, 90, Color.getHSBColor(hue, 0.42f, 0.94f), 470, 400, Color.getHSBColor(hue, 0.62f, 0.62f)));
        switch (shape(id)) {
            case TALL -> pen.fill(new RoundRectangle2D.Double(230, 80, 180, 310, 60, 60));
            case ROUND -> pen.fill(new Ellipse2D.Double(170, 130, 300, 260));
            case FLAT -> pen.fill(new RoundRectangle2D.Double(150, 190, 340, 200, 34, 34));
            case LAMP -> lamp();
            case GARMENT -> garment();
        }
        pen.setColor(new Color(255, 255, 255, 120));
        pen.fill(new RoundRectangle2D.Double(250, 120 + chance.nextInt(40), 26, 150, 26, 26));
    }

    private static Shape shape(String id) {
        DemoGoods goods = Stream.of(Shelf.HOME, Shelf.NURSERY, Shelf.BRAZIL).flatMap(List::stream).filter(each -> each.id().equals(id)).findFirst().orElse(null);
        if (goods == null) {
            return Shape.ROUND;
        }
        return goods.title().contains("灯") ? Shape.LAMP : switch (goods.category()) {
            case "baby-wear", "clothes" -> Shape.GARMENT;
            case "kitchen", "feeding", "electronics", "appliances", "home-decor" -> Shape.TALL;
            case "home-textile", "furniture", "nursery", "custom", "home" -> Shape.FLAT;
            default -> Shape.ROUND;
        };
    }

    private void lamp() {
        Path2D shade = new Path2D.Double();
        shade.moveTo(250, 90);
        shade.lineTo(390, 90);
        shade.lineTo(450, 230);
        shade.lineTo(190, 230);
        shade.closePath();
        pen.fill(shade);
        pen.fillRect(308, 230, 24, 140);
        pen.fill(new RoundRectangle2D.Double(240, 366, 160, 28, 24, 24));
    }

    private void garment() {
        Path2D shirt = new Path2D.Double();
        shirt.moveTo(240, 100);
        shirt.lineTo(400, 100);
        shirt.lineTo(500, 190);
        shirt.lineTo(450, 240);
        shirt.lineTo(410, 205);
        shirt.lineTo(410, 395);
        shirt.lineTo(230, 395);
        shirt.lineTo(230, 205);
        shirt.lineTo(190, 240);
        shirt.lineTo(140, 190);
        shirt.closePath();
        pen.fill(shirt);
    }

    private void box(boolean crushed) {
        pen.setPaint(new GradientPaint(140, 120, new Color(206, 160, 108), 500, 420, new Color(158, 112, 66)));
        Path2D box = new Path2D.Double();
        box.moveTo(140, 150);
        box.lineTo(crushed ? 330 : 320, crushed ? 205 : 140);
        box.lineTo(500, 150);
        box.lineTo(crushed ? 470 : 490, 410);
        box.lineTo(crushed ? 175 : 150, 410);
        box.closePath();
        pen.fill(box);
        pen.setColor(new Color(232, 210, 170));
        pen.fillRect(300, 150, 36, 258);
        pen.setColor(Color.WHITE);
        pen.fillRect(370, 300, 90, 64);
        pen.setColor(Color.DARK_GRAY);
        for (int bar = 0; bar < 20; bar++) {
            pen.fillRect(376 + bar * 4, 308, 1 + chance.nextInt(3), 34);
        }
    }

    private void crack() {
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(new Color(40, 26, 22, 210));
        Path2D crack = new Path2D.Double();
        double x = 230 + chance.nextInt(120);
        double y = 130;
        crack.moveTo(x, y);
        for (int step = 0; step < 9; step++) {
            x += chance.nextInt(60) - 26;
            y += 14 + chance.nextInt(18);
            crack.lineTo(x, y);
        }
        pen.draw(crack);
        pen.setStroke(new BasicStroke(5));
        pen.setColor(new Color(214, 36, 36));
        pen.draw(new Ellipse2D.Double(x - 90, y - 150, 170, 170));
    }

    private void ruler() {
        pen.setColor(new Color(245, 205, 66));
        pen.fillRect(90, 410, 460, 34);
        pen.setColor(Color.BLACK);
        for (int mark = 0; mark < 46; mark++) {
            pen.fillRect(94 + mark * 10, 410, 1, mark % 5 == 0 ? 20 : 11);
        }
    }

    private void stamp(Instant at) {
        for (int grain = 0; grain < 900; grain++) {
            pen.setColor(new Color(255, 255, 255, chance.nextInt(26)));
            pen.fillRect(chance.nextInt(WIDE), chance.nextInt(HIGH), 2, 2);
        }
        pen.setColor(new Color(255, 150, 60));
        pen.drawString(at.toString().substring(0, 16).replace('T', ' '), WIDE - 150, HIGH - 16);
    }

    private byte[] png() {
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
