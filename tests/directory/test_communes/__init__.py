"""Tests of the communes: names, sentences, data, cache."""
