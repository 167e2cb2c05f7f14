/**
 * What runs networks and keeps their files: libtorch for training, OpenCV for the pretrained models, JSON and
 * safetensors on disk.
 *
 * <p>In: model files fetched at set-up, arrays, records. Out: arrays, records, files that are there whole or not at
 * all. Nothing here downloads anything: set-up did.
 *
 * <p>Book: chapter 5 (pretrained networks) and chapter 6 (the machine that trains).
 */
package doppel.compute;
